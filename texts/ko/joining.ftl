### 초대 링크로 들어와 등록하기까지

## 동의

# $until: 링크의 기한. 내용이 바뀌면 rules/joining.py의 CONSENT를 올려 주세요.
joining-consent =
    { $name } 님, 반가워요! 저는 { $office } 멘토링을 돕는 <b>토닥</b>이에요.
    시작하기 전에, 무엇을 보관하고 누가 볼 수 있는지 먼저 말씀드릴게요.

    <b>보관하는 것</b>
    • 기관 명단에 있는 내용: 이름, 역할, 부서, 직렬, 직급, 생년월일, 임용일, 관심 분야
    • 텔레그램 계정 번호와 쓰시는 언어
    • 저에게 직접 남겨 주시는 것: 체크인, 질문과 거기에 답장하신 답변, 활동일지, 피드백
    • 공지를 받고 확인하셨는지, 그룹 채팅방에 계신지
    그 밖에 채팅방에서 나누시는 이야기와 전화번호는 보관하지 않아요.

    <b>볼 수 있는 사람</b>
    • { $office } 담당자
    • 같은 그룹 분들: 이름, 역할, 부서, 직렬, 직급, 서로 겹치는 관심 분야, 그룹에 올리신 질문과 답변, 활동일지
    체크인 점수와 한마디는 담당자만 볼 수 있고, 이름 없이 올리신 질문은 담당자에게도 이름이 보이지 않아요.
    피드백은 누가 쓰셨는지 알 수 없게 따로 보관해요.

    <b>보관하는 곳과 기간</b>
    기관이 직접 운영하는 컴퓨터에만, 프로그램이 끝나고 기관이 지울 때까지 보관해요.
    메시지는 텔레그램을 거쳐 오가니, 공문서나 민감한 내용은 적지 말아 주세요.

    <b>동의는 자유롭게 정하시면 돼요</b>
    동의하지 않으시면 저를 이용하실 수 없을 뿐이고, 프로그램 참여는 담당자와 따로 의논하실 수 있어요.
    동의하신 뒤에도 언제든 그만두거나 지워 달라고 담당자에게 말씀하실 수 있어요.

    { $name } 님이 아니시라면 아무것도 누르지 마시고 담당자에게 알려 주세요.
    문의: { $contact }
joining-button-agree = 동의해요
joining-button-decline = 동의하지 않아요
joining-button-again = 다시 읽어 볼게요
joining-button-ko = 한국어로 보기
joining-button-en = Read in English
# 버튼 대신 글을 보내셨을 때
joining-pick-a-button =
    위의 안내를 읽으시고 버튼으로 골라 주세요.
    버튼이 보이지 않으면 받으신 초대 링크를 다시 눌러 주세요.
joining-declined =
    네, 알겠어요. 계정은 연결하지 않았고, 동의하지 않으셨다는 사실만 적어 두었어요.
    걱정되거나 궁금한 점이 있으면 편하게 물어보세요. 문의: { $contact }

    마음이 바뀌시면 { DAY($until) }까지 아래 버튼이나 같은 링크로 다시 오실 수 있어요.

## 쓸 수 없는 링크

joining-refused-mine = 이미 { $name } 님으로 들어오셨어요. 초대 링크는 다시 누르지 않으셔도 돼요.
joining-refused-not-mine =
    이 링크는 다른 분께 드린 초대예요. 지금은 { $name } 님으로 들어와 계셔서 쓰실 수 없어요.
    링크를 잘못 받으셨다면 담당자에게 알려 주세요. 문의: { $contact }
joining-refused-unknown =
    제가 모르는 초대 링크예요. 중간에 잘렸을 수 있으니, 받으신 링크를 그대로 다시 눌러 주세요.
    그래도 안 되면 담당자에게 새 링크를 받으시면 돼요. 문의: { $contact }
joining-refused-used =
    이미 사용한 초대 링크예요. 초대 링크는 한 번만 쓸 수 있어요.
    직접 쓰신 적이 없다면 담당자에게 꼭 알려 주세요. 문의: { $contact }
joining-refused-expired =
    기한이 지난 초대 링크예요.
    담당자에게 새 링크를 받아 눌러 주세요. 문의: { $contact }

## 내 정보 확인

joining-profile =
    동의해 주셔서 고마워요. 거의 다 왔어요!
    명단에 이렇게 적혀 있는데, 맞는지 봐 주세요.

    { $profile }
joining-button-right = 네, 맞아요
joining-button-amiss = 틀린 곳이 있어요
joining-amiss-asked =
    알려 주셔서 고마워요. 담당자에게 전했고, 등록에는 문제가 없어요.
    어디가 어떻게 다른지 한 번에 적어 보내 주시면 그대로 전해 드릴게요.
    예: 지금은 복지정책과에서 일하고 있어요.
joining-amiss-nobody =
    알려 주셔서 고마워요. 등록에는 문제가 없어요.
    다만 제가 전해 드릴 담당자가 아직 여기에 없으니, 번거로우시겠지만 직접 알려 주세요. 문의: { $contact }
joining-button-skip = 적지 않을래요
joining-note-long = 조금 길어서 전하지 못했어요. { $most }자 안으로 줄여서 다시 보내 주세요.
joining-note-passed = 담당자에게 그대로 전했어요. 고마워요!
# 담당자에게
joining-amiss-told =
    { $name } 님이 본인 정보에 틀린 곳이 있다고 알려 주셨어요.
    내용을 적으시면 이어서 전해 드릴게요.

    { $profile }
joining-note-told =
    { $name } 님이 본인 정보에 대해 이렇게 적어 주셨어요.
    <blockquote>{ $note }</blockquote>

## 환영

joining-welcome =
    { $name } 님, 등록이 끝났어요. 함께하게 되어 기뻐요!

    { $next }
joining-next-coordinator = 참여자 명단(엑셀 파일)을 이 대화방에 올려 주시면, 초대부터 결과보고까지 제가 곁에서 도울게요.
joining-next-lead =
    그룹이 정해지면 여기로 바로 알려 드릴게요. 그룹 채팅방도 그때 버튼 하나로 여실 수 있어요.
    그때까지 따로 하실 일은 없어요.
joining-next-mentor =
    그룹이 정해지면 여기로 바로 알려 드릴게요.
    그때까지 따로 하실 일은 없어요.
joining-next-mentee =
    그룹이 정해지면 어떤 선배님들과 함께하시는지 여기로 바로 알려 드릴게요.
    그때까지 따로 하실 일은 없어요. 편하게 기다려 주세요.
joining-grouped = 그룹은 이미 { $number }조로 정해져 있어요. 함께할 분들과 채팅방은 /group 에서 보실 수 있어요.
# 지금 열려 있는 프로그램이 없을 때
joining-next-stranger = 지금은 참여 중인 프로그램이 없어요. 새 프로그램에서 그룹이 정해지면 여기로 알려 드릴게요.

## 초대 링크 파일 (담당자)

joining-button-links = 🔗 초대 링크 받기
joining-links-caption =
    아직 등록하지 않은 { $count }명의 초대 링크예요. { DAY($until) }까지 쓸 수 있어요.
    링크마다 주인이 있고 한 번만 쓸 수 있으니, 꼭 본인에게만 전해 주세요.
    앞서 받으신 링크도 기한까지 그대로 쓸 수 있어요.
joining-links-none = 지금은 초대할 분이 없어요. 명단에 있는 모든 분이 이미 들어오셨어요.
joining-links-no-roster = 아직 명단이 없어요. /roster 에서 명단을 먼저 올려 주세요.
joining-links-file = 초대링크
joining-column-name = 이름
joining-column-role = 역할
joining-column-department = 부서
joining-column-link = 초대 링크

### 그룹 채팅방: 열기, 준비하기, 들어오기

## 버튼

chat-button-open = 💬 그룹 채팅방 열기
# 텔레그램이 그룹을 만들거나 고르게 하는 버튼
chat-button-create = 채팅방 만들기 또는 고르기
chat-button-bring = 내 그룹에 토닥 초대하기
chat-button-check = 다시 확인하기
chat-button-join = { $number }조 채팅방 들어가기
chat-button-group = 👥 우리 그룹

## 열기

chat-title = { $programme } { $number }조
chat-open =
    { $number }조 채팅방을 열어 볼까요?
    아래의 <b>채팅방 만들기 또는 고르기</b> 버튼을 누르면 새 그룹을 만들거나 이미 있는 그룹을 고르실 수 있고, 저도 함께 들어가요.
    그룹 이름은 이렇게 하시면 알아보기 쉬워요: <code>{ $title }</code>
    제 권한을 물어보면 그대로 허락해 주세요. 초대 링크를 만들고, 안내 글을 고정하고, 채팅방 소개를 적는 데에만 써요.
chat-open-else =
    버튼이 보이지 않거나 잘 안 되면 이렇게도 하실 수 있어요.
    • 아래 버튼을 눌러 저를 초대할 그룹을 고르기
    • 이미 있는 그룹에 저를 관리자로 초대한 다음, 그 그룹에서 이렇게 보내기: <code>/bind@{ $bot } { $code }</code>
# $leads: 대표멘토의 이름들
chat-open-lead = { $number }조 채팅방은 대표멘토가 열어요: { $leads }. 조금만 기다려 주세요.
# 대표멘토가 저를 어떤 그룹에 초대했는데 아무 일도 없을 때
chat-hint =
    저를 그룹에 초대해 주셔서 고마워요. 그 그룹을 { $number }조 채팅방으로 쓰시려면, 그 그룹에서 이렇게 보내 주세요: <code>/bind@{ $bot } { $code }</code>

## 그룹과 채팅방 잇기

chat-bind-fresh = { $number }조 채팅방으로 받았어요. 필요한 권한이 있는지 확인하고 있어요.
chat-bind-same = 이미 { $number }조 채팅방이에요. 권한을 다시 확인하고 있어요.
chat-bind-not-yours = { $number }조의 멘토나 담당자만 하실 수 있어요.
chat-bind-public =
    이 그룹은 공개 주소가 있어서 누구나 들어올 수 있어요. 멘토링 채팅방으로는 쓸 수 없어요.
    그룹 설정에서 비공개로 바꾼 다음 다시 해 주세요.
chat-bind-chat-taken = 그 채팅방은 이미 다른 그룹이 쓰고 있어요. 다른 채팅방으로 해 주세요.
# 두 사람이 함께 열었거나, 이미 채팅방이 있을 때. $name: 먼저 연 사람
chat-bind-group-taken =
    { $number }조에는 { $name } 님이 먼저 연 채팅방이 있어요. 방금 만드신 그룹은 지우셔도 괜찮아요.
    다른 채팅방으로 바꾸시려면, 먼저 쓰던 채팅방에서 저를 내보낸 다음 다시 해 주세요.
chat-code-unknown = 코드가 맞지 않아요. /group 에서 ‘그룹 채팅방 열기’를 누르면 코드를 보실 수 있어요.

## 권한

# $right: 텔레그램 앱에 보이는 권한의 이름
chat-right = { $right ->
    [can_invite_users] 링크로 사용자 초대
   *[can_pin_messages] 메시지 고정
}
chat-rights-missing =
    { $number }조 채팅방에서 제게 권한이 더 필요해요: <b>{ $rights }</b>
    그룹 정보 → 관리자 → 토닥에서 켜 주세요. 켜시면 바로 알아보고 이어서 준비할게요.
chat-rights-back = 고마워요, 권한이 모두 돌아왔어요. { $number }조 채팅방을 다시 쓸 수 있어요.
chat-checking = 확인하고 있어요.
chat-check-failed = 지금은 텔레그램에서 확인이 되지 않아요. 잠시 뒤에 다시 눌러 주세요.
chat-fine = { $number }조 채팅방은 모두 잘 되어 있어요. /group 에서 들어가는 버튼을 보실 수 있어요.

## 준비가 끝나면

# 텔레그램의 한도: 255자
chat-description = { $programme } { $number }조의 멘토링 채팅방이에요. 이 그룹 참여자만 들어올 수 있어요.
# 텔레그램의 한도: 32자
chat-link-name = { $number }조 참여자
chat-welcome =
    <b>{ $programme } { $number }조</b> 채팅방이에요. 반가워요!
    저는 이 그룹을 돕는 토닥이에요. 이곳에서 나누시는 이야기는 보관하지 않고, /ask 로 올리신 질문과 거기에 답장하신 답변만 보관해요.
    • /group – 함께하는 분들 보기
    • /day – 멘토링 데이 보기
    • /ask 궁금한 점 – 그룹에 질문하기
    자세한 것은 저와의 1:1 대화에서 /help 를 보내 주세요.
chat-done = { $number }조 채팅방이 준비됐어요! 아직 들어오지 않은 분들께 들어오는 버튼을 보내 드렸어요.
chat-open-office = { $number }조 채팅방이 열렸어요.
chat-link =
    { $number }조 채팅방이 열렸어요. 아래 버튼으로 들어가 참여 요청을 보내시면 바로 들여보내 드릴게요.

## 채팅방을 잃었을 때와 되찾았을 때

chat-lost =
    제가 지금 { $number }조 채팅방에 없어요. 그동안은 일정과 질문을 채팅방에 전할 수 없어요.
    같은 채팅방에 저를 다시 관리자로 초대해 주시면 이어서 할게요. 다른 채팅방을 쓰시려면 아래에서 새로 여실 수 있어요.
chat-lost-office = { $number }조 채팅방에 제가 더는 없어요. 채팅방을 여신 분과 대표멘토에게 되돌리는 방법을 알려 드렸어요.
chat-back = { $number }조 채팅방이 다시 준비됐어요. 들어오는 링크가 바뀌어서, 채팅방 밖에 있는 분들께 새로 보내 드렸어요.

## 들어오기

chat-turned-unregistered =
    아직 등록을 마치지 않으셔서 채팅방에 들여보내 드리지 못했어요.
    저와의 1:1 대화에서 /start 를 보내 등록을 마친 다음 다시 요청해 주세요.
chat-turned-elsewhere =
    이 채팅방은 그 그룹의 참여자만 들어갈 수 있어요. 내 그룹의 채팅방은 /group 에서 보실 수 있어요.
chat-turned-stranger =
    안녕하세요, 이 채팅방은 멘토링 그룹에 초대받은 분들만 들어올 수 있어서 요청을 받아들이지 못했어요.
    참여자이시라면 기관 담당자에게 초대 링크를 받아 등록한 다음 다시 요청해 주세요.
chat-outsider = { $number }조 채팅방에 이 그룹의 참여자가 아닌 분이 들어왔어요. 누군가 직접 초대한 것 같아요. 대표멘토에게 확인해 주세요.
chat-outsider-known = { $number }조 채팅방에 { $name } 님이 들어왔어요. 이 그룹의 참여자가 아니니 대표멘토에게 확인해 주세요.

## 우리 그룹 (/group)

chat-group =
    <b>{ $number }조</b>
    { $people }

    { $chat }
chat-group-here =
    <b>{ $number }조</b>와 함께하는 분들이에요.
    { $people }
chat-group-person = • { $name } ({ $role })
chat-group-elsewhere = 이 채팅방의 그룹에 속한 분만 보실 수 있어요.
chat-no-group = 아직 속하신 그룹이 없어요. 그룹이 정해지면 바로 알려 드릴게요.
chat-state-none = 채팅방은 아직 열리지 않았어요.
chat-state-bound = 채팅방을 준비하고 있어요.
chat-state-ready = 채팅방이 열려 있어요.
chat-state-lost = 지금은 채팅방을 쓸 수 없어요. 대표멘토가 다시 열 수 있어요.

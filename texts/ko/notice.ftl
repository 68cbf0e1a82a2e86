### 공지: 담당자가 여러 사람에게 알리고, 누가 읽었는지 봐요

## 버튼

notice-button-begin = 📢 공지 보내기
notice-button-to-all = 모두에게 ({ $number }명)
notice-button-to-mentors = 멘토에게 ({ $number }명)
notice-button-to-mentees = 멘티에게 ({ $number }명)
notice-button-latest = 📢 { $beginning }
notice-button-send = 보내기 ({ $number }명)
notice-button-change = 고쳐 쓰기
notice-button-confirm = 확인했어요
notice-button-confirmed = ✅ 확인했어요
notice-button-refresh = 새로고침
notice-button-names = 이름 모두 보기
notice-button-rest = 이제 받을 수 있는 { $number }명에게 보내기

## 받는 사람에게

notice-frame =
    📢 <b>{ $title } 공지</b>

    { $body }
notice-confirmed = 확인해 주셔서 고마워요.
notice-confirmed-before = 이미 확인하신 공지예요.
notice-only-preview = 미리 보기예요. 받는 분이 누르면 확인으로 기록돼요.

## 담당자에게: 쓰고 보내기

notice-audience = { $audience ->
    [mentors] 멘토
    [mentees] 멘티
   *[all] 모두
}
notice-whom =
    <b>누구에게 공지를 보낼까요?</b>
    보내기 전에 받는 분께 보일 모습과 인원을 확인하실 수 있어요.
notice-write =
    <b>받는 사람: { notice-audience }</b>
    공지 내용을 한 메시지에 적어 보내 주세요. { $limit }자까지 쓸 수 있어요.
notice-too-long =
    공지가 조금 길어요. { $limit }자까지 쓸 수 있는데 { $units }자예요.
    줄여서 다시 보내 주세요.
notice-empty = 내용이 비어 있어요. 공지 내용을 적어 보내 주세요.
notice-not-now = 지금은 공지를 보낼 수 없어요. 진행 중인 프로그램이 없거나 담당자가 아니시면 그래요.
notice-nobody = 이 공지를 받을 사람이 아직 한 명도 없어요. 명단을 먼저 확인해 주세요.
notice-preview =
    위와 같은 모습으로 보내요.

    받는 사람: { notice-audience } { $everybody }명
    지금 보낼 수 있는 사람: <b>{ $ready }명</b>{ $not_yet ->
        [0] {""}
       *[other] {""}
        지금은 보낼 수 없는 사람: { $not_yet }명 (등록하지 않았거나 토닥을 차단한 분)
    }
notice-sent = 공지를 보냈어요.
notice-already-sent = 이미 보낸 공지예요.
notice-dropped = 공지를 보내지 않았어요.

## 담당자에게: 누가 읽었는지

notice-card = { $text }
notice-progress =
    📢 <b>보낸 공지</b>
    <i>{ $beginning }</i>

    받는 사람: { notice-audience } { $everybody }명
    전달됨 { $got_it }명, 보내는 중 { $waiting }명, 전하지 못함 { $missed }명
    확인함 { $confirmed }명, 확인 전 { $unconfirmed }명
    ({ WHEN($at) } 기준)

    { $names }
notice-unconfirmed = <b>확인 전 { $number }명</b>: { $names }
notice-why-not-started = <b>아직 등록하지 않음 { $number }명</b>: { $names }
notice-why-blocked = <b>토닥을 차단함 { $number }명</b>: { $names }
notice-why-deactivated = <b>텔레그램을 탈퇴함 { $number }명</b>: { $names }
notice-why-later = <b>이제 보낼 수 있음 { $number }명</b>: { $names }
notice-why-other = <b>다른 까닭으로 전하지 못함 { $number }명</b>: { $names }
notice-name = { $name }({ $department })
notice-and-more = { $names } 외 { $more }명
notice-rest-sent = { $number }명에게 보냈어요.

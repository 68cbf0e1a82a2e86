### 여러 기능이 함께 쓰는 말
#
# 말투: 해요체, 사람은 ‘○○ 님’. 기관 명단에 오르면 ‘명단에 올리다’, 동의하고 들어오면 ‘등록’.
# 그림문자: 맨 앞에 하나만. 기능으로 들어가는 버튼과 그 기능의 메시지는 같은 것을 쓰고, 끝난 일은 ✅,
# 살펴볼 것은 ⚠️. 그 밖의 버튼에는 쓰지 않아요(체크인의 얼굴은 답 자체라서 빼고).

## 역할과 언어

common-role = { $role ->
    [coordinator] 담당자
    [lead] 대표멘토
    [mentor] 멘토
    [mentee] 멘티
   *[stranger] 손님
}
common-language = { $language ->
   *[ko] 한국어
    [en] English
}

## 버튼

common-button-cancel = 취소
common-button-back = ← 뒤로

## 누구에게나 하는 대답

# 예상하지 못한 문제가 생겼을 때. $contact는 담당자의 이름이나 연락처.
common-sorry =
    죄송해요, 저희 쪽에 문제가 생겼어요. 이미 저장된 내용은 그대로 있고, 저희가 원인을 확인할게요.
    잠시 뒤에 다시 해 보시고, 그래도 안 되면 담당자에게 알려 주세요: { $contact }
common-old-button =
    예전에 보내 드린 버튼이라 지금은 쓸 수 없어요.
    지금 하실 수 있는 일은 /help 에서 보실 수 있어요.
# $roles: 할 수 있는 역할의 이름들, 쉼표로 이은 것
common-not-yours = 이 일은 { $roles }만 하실 수 있어요. 지금 하실 수 있는 일은 /help 에서 보실 수 있어요.
common-private-only = 이건 저와의 1:1 대화에서만 하실 수 있어요. 제 이름을 눌러 대화를 열어 주세요.
common-group-only = 이건 멘토링 그룹 채팅방에서만 하실 수 있어요. 그룹 채팅방에서 다시 해 주세요.
common-unknown =
    말씀하신 내용을 제가 이해하지 못했어요.
    하실 수 있는 일은 /help 에서 보실 수 있어요.
common-stranger =
    안녕하세요, 토닥이에요. 저는 멘토링 프로그램 참여자를 돕고 있어요.
    참여자이시라면 기관 담당자에게 초대 링크를 받아 눌러 주세요.
common-no-programme = 지금 참여 중인 프로그램이 없어요. 궁금한 점은 기관 담당자에게 물어봐 주세요.
common-nothing-changed = 바뀐 것은 없어요.

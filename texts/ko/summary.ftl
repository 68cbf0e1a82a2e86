### 활동일지: 멘토링 데이를 짧게 적어 남기기

summary-ask =
    <b>{ DAY($at) }</b> 멘토링 데이 활동일지를 써 주세요. 무엇을 하고 어떤 이야기를 나눴는지 두세 문장이면 충분해요.
    그룹의 멘토 한 분만 쓰시면 되고, 그룹과 담당자가 볼 수 있어요.
summary-ask-again =
    <b>{ DAY($at) }</b> 멘토링 데이 활동일지가 아직 없어요. 편하실 때 두세 문장만 적어 주세요.
    그룹의 멘토 한 분만 쓰시면 되고, 그룹과 담당자가 볼 수 있어요.
summary-write =
    <b>{ DAY($at) }</b> 멘토링 데이 활동일지를 메시지 하나로 보내 주세요. 2000자까지 쓸 수 있어요.
    나중에 쓰셔도 돼요. /summary 에서 다시 열 수 있어요.
summary-there =
    <b>{ DAY($at) }</b> 멘토링 데이 활동일지예요. { $by } 님이 { WHEN($written) }에 쓰셨어요.

    { $body }
summary-none = 아직 활동일지를 쓸 멘토링 데이가 없어요. 멘토링 데이가 끝나면 알려 드릴게요.
summary-long = 글이 조금 길어요. { $limit }자까지 쓸 수 있는데 { $length }자예요. 줄여서 다시 보내 주세요.
summary-kept = 활동일지를 잘 받았어요. 그룹에도 보여 드렸어요.
summary-overtaken =
    그사이에 { $by } 님이 먼저 활동일지를 쓰셨어요.

    { $body }

    방금 쓰신 글로 바꿀까요?
summary-left = 알겠어요. 나중에 /summary 에서 쓰실 수 있어요.

summary-post =
    📝 <b>{ DAY($at) }</b> 멘토링 데이 활동일지 ({ $by } 님)

    { $body }
summary-post-again =
    📝 <b>{ DAY($at) }</b> 멘토링 데이 활동일지를 { $by } 님이 고쳐 쓰셨어요.

    { $body }

summary-closed-not-yours = 이 활동일지는 지금 속하신 그룹의 것이 아니라 쓸 수 없어요.
summary-closed-cancelled = <b>{ DAY($at) }</b> 멘토링 데이는 취소됐어요. 활동일지를 쓰지 않으셔도 돼요.
summary-closed-moved = 멘토링 데이 날짜가 바뀌었어요: <b>{ WHEN($at) }</b>. 그날이 지나면 다시 부탁드릴게요.
summary-closed-not-yet = 멘토링 데이는 <b>{ WHEN($at) }</b>에 시작해요. 그날이 지나면 부탁드릴게요.

summary-button-open = 📝 활동일지
summary-button-write = 활동일지 쓰기
summary-button-again = 다시 쓰기
summary-button-replace = 네, 제 글로 바꿀게요

### 체크인: 멘토링 데이가 어땠는지 한 번 눌러서 답하기

checkin-ask =
    <b>{ DAY($at) }</b> 멘토링 데이, 어떠셨어요? 하나만 눌러 주세요.

    점수와 한마디는 담당자만 볼 수 있어요. 멘토에게는 몇 명이 답했는지만 알려 드려요.
checkin-again =
    <b>{ DAY($at) }</b> 멘토링 데이는 어떠셨는지 한 번만 더 여쭤볼게요. 편하실 때 하나만 눌러 주세요.

    점수와 한마디는 담당자만 볼 수 있어요. 멘토에게는 몇 명이 답했는지만 알려 드려요.
checkin-thanks =
    답해 주셔서 고마워요.
    { checkin-answer }
checkin-given =
    <b>{ DAY($at) }</b> 멘토링 데이에 이렇게 답하셨어요.
    { checkin-answer }
# $worded: 한마디가 있으면 1
checkin-answer =
    { $worded ->
        [0] <b>{ checkin-button-score }</b>
       *[other] <b>{ checkin-button-score }</b> “{ $word }”
    }
checkin-thanks-short = 고마워요!
checkin-none = 지금 답하실 체크인이 없어요. 멘토링 데이가 끝나면 여쭤볼게요.
# $asked: 그룹의 등록한 사람 수
checkin-count = <b>{ DAY($at) }</b> 멘토링 데이: { $asked }명 가운데 { $answered }명이 답했어요.

checkin-word-ask =
    담당자에게 전할 한마디를 적어 주세요. 500자까지 쓸 수 있고, 담당자만 볼 수 있어요.
checkin-word-long = 한마디가 조금 길어요. { $limit }자까지 쓸 수 있는데 { $length }자예요. 줄여서 다시 보내 주세요.
checkin-word-kept = 한마디를 잘 전할게요. 담당자가 결과보고에서 읽을 수 있어요. 고마워요.
checkin-word-skipped = 괜찮아요. 답해 주신 것만으로 충분해요.

checkin-closed-not-yours = 이 체크인은 지금 속하신 그룹의 것이 아니라 답하실 수 없어요.
checkin-closed-cancelled = <b>{ DAY($at) }</b> 멘토링 데이는 취소됐어요. 답하지 않으셔도 돼요.
checkin-closed-moved = 멘토링 데이 날짜가 바뀌었어요: <b>{ WHEN($at) }</b>. 그날이 지나면 다시 여쭤볼게요.
checkin-closed-not-yet = 멘토링 데이는 <b>{ WHEN($at) }</b>에 시작해요. 그날이 지나면 여쭤볼게요.
checkin-closed-over = <b>{ DAY($at) }</b> 멘토링 데이의 체크인은 마감됐어요. 마음 써 주셔서 고마워요.

checkin-button-open = 😊 체크인
checkin-button-score =
    { $score ->
        [5] 😊 참 좋았어요
        [4] 🙂 좋았어요
        [3] 😐 보통이었어요
        [2] 😕 조금 아쉬웠어요
       *[1] 😥 힘들었어요
    }
checkin-button-word = 한마디 남기기
checkin-button-change = 답 바꾸기
checkin-button-skip = 한마디는 남기지 않을게요

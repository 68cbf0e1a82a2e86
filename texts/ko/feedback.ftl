### 피드백: 프로그램을 마치며 이름 없이 나누는 이야기

## 버튼

feedback-button-open = 📮 피드백
# $mark: 5점부터 1점까지
feedback-button-mark = { $mark ->
    [5] 5 · 매우 그래요
    [4] 4 · 그런 편이에요
    [3] 3 · 보통이에요
    [2] 2 · 그렇지 않은 편이에요
   *[1] 1 · 전혀 그렇지 않아요
}
feedback-button-hand-in = 글 없이 제출하기
feedback-button-begin = 피드백 시작하기
feedback-button-begin-now = 네, 지금 물어볼게요
feedback-button-end = 피드백 마치기
feedback-button-end-now = 네, 마칠게요
feedback-button-state = 참여 현황 보기
feedback-button-answer = 나도 답하기

## 묻는 말. 점수는 1점(전혀 그렇지 않아요)부터 5점(매우 그래요)까지

feedback-topic-meetings = 우리 그룹은 꾸준히 만났어요.
feedback-topic-work = 멘토링이 일하는 데 도움이 됐어요.
feedback-topic-ease = 그룹 분들과 편하게 이야기할 수 있었어요.
feedback-topic-recommend = 동료에게도 이 프로그램을 권하고 싶어요.
# $number번째 물음, 모두 $of개
feedback-question =
    <b>{ $number }/{ $of }</b>
    <b>{ $says }</b>
feedback-first =
    📮 <b>{ $programme }</b>에서 함께해 주셔서 고마워요. 어떠셨는지 들려주세요. 한 번씩만 눌러 주시면 1분이면 끝나요.

    이름 없이 모아요. 누가 어떻게 답했는지는 담당자도 알 수 없고, 참여하셨는지만 남아요. 결과는 마감한 뒤에, 다섯 분 이상 답하셨을 때만 이름 없이 보여요.

    { $question }
# 처음 물을 때와 한 번 더 알릴 때. $lines: feedback-first
feedback-ask-first = { $lines }
feedback-ask-again =
    아직 피드백을 받지 못했어요. 잠깐 시간을 내주시면 다음 프로그램에 큰 도움이 돼요. 더는 재촉하지 않을게요.

    { $lines }
feedback-word =
    📮 마지막이에요. 좋았던 점이나 아쉬웠던 점을 <b>한 메시지에</b> 적어 보내 주세요. 보내시면 바로 제출돼요.

    담당자가 점수와 함께 그대로 읽게 되니, 본인이나 다른 분을 알아볼 수 있는 내용은 빼 주세요.
feedback-too-long =
    글이 조금 길어요. { $limit }자까지 쓸 수 있는데 { $length }자예요.
    줄여서 다시 보내 주세요.
feedback-thanks =
    ✅ 제출됐어요. 솔직한 이야기 고마워요!

    답은 이름 없이 저장했고, 보내신 글은 이 대화에서 지우셔도 괜찮아요.

## 답할 수 없을 때

feedback-none = 지금은 진행 중인 피드백이 없어요. 시작되면 여기로 알려 드릴게요.
feedback-stands-answered = 이미 참여하셨어요. 고마워요! 이름 없이 모으기 때문에 제출한 뒤에는 고칠 수 없어요.
feedback-stands-closed = 피드백이 마감됐어요. 마음 써 주셔서 고마워요. 하고 싶은 이야기가 있으면 담당자에게 전해 주세요.
feedback-stands-not-yours = 참여하신 프로그램의 피드백이 아니에요. 지금 하실 수 있는 일은 /help 에서 보실 수 있어요.

## 담당자에게

# 여러 줄을 한 메시지로
feedback-lines = { $lines }
feedback-no-programme = 아직 프로그램이 없어요. 명단을 먼저 올려 주세요.
feedback-state-none =
    📮 <b>{ $programme }</b>의 피드백은 아직 시작하지 않았어요.

    프로그램을 마칠 때 시작하시면 등록한 참여자에게 네 가지를 한 번씩 눌러 묻고, 하고 싶은 말을 한 번 들어요. 이름 없이 모으고, 답이 없는 분께는 한 번만 더 알려 드려요.
feedback-state-open =
    📮 <b>{ $programme }</b> 피드백을 { DAY($since) }부터 받고 있어요.

    등록한 참여자 { $people }명 중 <b>{ $sheets }명</b>이 참여했어요.
    결과는 피드백을 마친 뒤에 볼 수 있어요. 받는 동안 보이면 한 사람이 더 답했을 때 누구의 답인지 짐작할 수 있기 때문이에요.
feedback-state-closed = 📮 <b>{ $programme }</b> 피드백을 { DAY($on) }에 마쳤어요.
feedback-results = 모두 <b>{ $sheets }명</b>이 답했어요. 글은 결과보고 엑셀에서 보실 수 있어요.
# $mean: 평균, $counts: 점수마다 몇 명인지
feedback-result =
    • { $says } <b>{ NUMBER($mean, minimumFractionDigits: 1) }점</b>
       { $counts }
feedback-too-few = { $sheets }명이 답했어요. { $least }명보다 적으면 누구의 답인지 짐작할 수 있어서 결과를 보여 드리지 않아요.
feedback-confirm-begin =
    <b>{ $programme }</b> 피드백을 시작할까요?

    지금까지 등록한 참여자 { $people }명에게 물어봐요. 나중에 등록한 분도 /feedback 으로 참여할 수 있어요.
feedback-begun = ✅ { $asked }명에게 물어보고 있어요. 답이 없는 분께는 한 번만 더 알려 드릴게요.
feedback-nobody = 아직 등록한 참여자가 없어서 물어볼 분이 없어요. 등록한 분이 생기면 다시 시작해 주세요.
feedback-confirm-end =
    피드백을 마칠까요? 지금까지 { $sheets }명이 참여했어요.

    마치면 더는 답을 받지 않고, 다시 열 수 없어요. 새로 시작하면 모두에게 처음부터 다시 묻게 돼요.

### 질문방: 그룹에 묻고, 답장으로 답하고, 물은 사람이 받아들여요

## 버튼

question-button-ask = ❓ 그룹에 질문하기
question-button-named = 이름과 함께 올리기
question-button-unnamed = 이름 없이 올리기
question-button-accept = 이 답변으로 해결됐어요
question-button-answers = { $number }번 답변 보기

## 그룹 채팅방에서

# $who에 들어가는 말
question-who = { $name } 님
question-who-unnamed = 이름을 밝히지 않은 분
question-card =
    ❓ <b>{ $who }의 질문</b>

    <blockquote>{ $body }</blockquote>

    답을 아시는 분은 이 메시지에 <b>답장</b>해 주세요.
question-card-solved =
    ✅ <b>{ $who }의 질문, 해결됐어요</b>

    <blockquote>{ $body }</blockquote>

    <b>{ $giver } 님의 답변</b>
    <blockquote>{ $answer }</blockquote>
question-how =
    /ask 뒤에 궁금한 것을 바로 적어 주세요.
    예) <code>/ask 출장 신청은 어디에서 하나요?</code>

    이미 쓰신 메시지에 답장으로 /ask 를 보내셔도 돼요.
    여기서 묻기 어려우시면 저와의 1:1 대화에서 /ask 를 보내 주세요.
question-answered =
    💡 답변을 기록했어요. 고마워요!
    이 답변으로 해결됐다면 질문하신 분이 아래 버튼을 눌러 주세요.
question-closed = 이미 해결된 질문이라 이 답장은 기록하지 않았어요.
question-outsider = 이 답장은 기록하지 않았어요. 이 그룹의 멘토와 멘티가 답장하면 기록돼요.
question-other-group =
    여기는 다른 그룹의 채팅방이에요.
    속하신 그룹의 채팅방이나 저와의 1:1 대화에서 물어봐 주세요.

## 버튼을 누른 사람에게

question-not-yours = 질문하신 분만 누를 수 있어요.
question-accepted = 해결됐다니 다행이에요!
question-solved-otherwise = 이미 다른 답변으로 해결된 질문이에요.

## 1:1 대화에서

question-answer =
    💡 <b>{ $giver } 님의 답변이 왔어요</b>
    질문: { $question }

    <blockquote>{ $answer }</blockquote>
question-thanks =
    ✅ 남겨 주신 답변으로 질문이 해결됐어요. 고마워요!

    <blockquote>{ $question }</blockquote>
question-write =
    무엇이 궁금하세요? 한 메시지에 적어 보내 주세요.
    올리기 전에 한 번 더 보여 드릴게요.
question-preview =
    이 질문을 그룹에 올릴까요?

    <blockquote>{ $body }</blockquote>

    이름 없이 올리면 그룹에도, 담당자가 보는 질문 목록에도 이름이 나오지 않아요. 다만 답을 전해 드리려고 누가 물었는지는 저장해 두니, 시스템을 운영하는 사람은 찾아볼 수 있어요. 인원이 적은 그룹에서는 짐작하는 분이 있을 수도 있어요.
    고치시려면 다시 적어 보내 주세요.
question-too-long =
    질문이 조금 길어요. { $limit }자까지 올릴 수 있는데 { $units }자예요.
    줄여서 다시 보내 주세요.
question-put-up =
    그룹에 올렸어요. 답변이 오면 여기로 알려 드릴게요.

    <blockquote>{ $body }</blockquote>
question-put-up-unnamed =
    이름 없이 그룹에 올렸어요. 답변이 오면 여기로 알려 드릴게요.

    <blockquote>{ $body }</blockquote>
question-left = 질문을 올리지 않았어요. 궁금한 것이 생기면 언제든지 물어봐 주세요.
question-not-posted =
    질문을 그룹에 올리지 못했어요. 제가 그룹 채팅방에 글을 쓸 수 없는 상태예요.
    대표멘토나 담당자에게 알려 주시고, 나중에 다시 물어봐 주세요.

    <blockquote>{ $question }</blockquote>
question-no-group = 아직 그룹이 정해지지 않았어요. 그룹이 정해지면 알려 드릴게요.
question-no-chat =
    그룹 채팅방이 아직 준비되지 않았어요.
    대표멘토가 채팅방을 열면 바로 물어보실 수 있어요.
question-none =
    답을 기다리는 질문이 없어요.
    그룹 채팅방에서 /ask 뒤에 적거나, 아래 버튼으로 물어보세요.
question-open =
    <b>아직 해결되지 않은 질문</b>

    { $lines }
question-line = { $number }. { $body } ({ DAY($at) }, { $answers ->
        [0] 아직 답변 없음
       *[other] 답변 { $answers }개
    })

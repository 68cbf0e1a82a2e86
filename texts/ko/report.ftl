### 결과보고: 프로그램을 숫자로 보고, 엑셀로 받아요

report-button-open = 📊 결과보고
report-button-file = 엑셀로 받기
report-none = 아직 프로그램이 없어요. 명단을 먼저 올려 주세요.
# 여러 줄을 한 메시지로
report-lines = { $lines }
report-making = 엑셀 파일을 만들고 있어요. 다 되면 보내 드릴게요.
report-failed = 엑셀 파일을 만들지 못했어요. 잠시 뒤에 다시 해 주세요.
report-caption = { WHEN($at) } 기준 결과보고예요. 참여자의 이름과 글이 들어 있으니 보관에 유의해 주세요.
# 파일 이름의 첫 부분
report-file = 결과보고

## 한눈에 보기

report-head =
    📊 <b>{ $programme }</b>
    { WHEN($at) } 기준
# $mean: 「 · 평균 4.3점」 또는 빈 말
report-figures =
    <b>참여자</b> { $people }명 중 { $registered }명 등록
    대표멘토 { $leads_registered }/{ $leads } · 멘토 { $mentors_registered }/{ $mentors } · 멘티 { $mentees_registered }/{ $mentees }
    <b>그룹</b> { $groups }개 · 채팅방 { $chats_ready }개 준비됨
    <b>멘토링 데이</b> 진행 { $days_held }번 · 예정 { $days_planned }번 · 취소 { $days_cancelled }번
    <b>체크인</b> { $checkins_expected }건 중 { $checkins }건{ $mean }
    <b>활동일지</b> { $days_held }번 중 { $summaries }편
    <b>질문</b> { $questions }개 · 답변 있음 { $questions_answered }개 · 해결 { $questions_accepted }개
    <b>공지</b> { $notices }건 · 받을 분 { $notices_people }명 · 전달 { $notices_reached }명 · 확인 { $notices_confirmed }명
report-mean = { " " }· 평균 { NUMBER($mean, minimumFractionDigits: 1) }점
report-feedback-none = <b>피드백</b> 아직 시작하지 않았어요.
report-feedback-open = <b>피드백</b> 받는 중 · { $people }명 중 { $sheets }명 참여
report-feedback-few = <b>피드백</b> { $sheets }명 참여. { $least }명보다 적어서 결과는 보여 드리지 않아요.
report-feedback-closed = <b>피드백</b> { $sheets }명 참여
report-feedback-topic = • { $what } { NUMBER($mean, minimumFractionDigits: 1) }점
report-topic-meetings = 꾸준한 만남
report-topic-work = 일에 도움
report-topic-ease = 편한 분위기
report-topic-recommend = 권하고 싶은 마음
# $names: 이름들, $more: 이름을 적지 않은 사람 수
report-silent =
    <b>안부를 물어봐 주세요</b>
    그룹은 만났지만 아직 남긴 것이 없는 분들이에요. 바쁘신 것일 수도 있으니 부담 없이 물어봐 주세요.
    { $names }{ $more ->
        [0] { "" }
       *[other] { " " }외 { $more }명
    }
report-silent-name = { $name } 님({ $group }조)

## 엑셀의 시트

report-sheet-summary = 요약
report-sheet-people = 명단
report-sheet-groups = 그룹
report-sheet-days = 멘토링 데이
report-sheet-checkins = 체크인
report-sheet-summaries = 활동일지
report-sheet-questions = 질문과 답변
report-sheet-notices = 공지
report-sheet-feedback = 피드백
report-sheet-outbox = 발송 기록

## 요약 시트의 줄

report-figure-people = 참여자
report-figure-registered = 등록한 참여자
report-figure-leads = 대표멘토
report-figure-leads-registered = 등록한 대표멘토
report-figure-mentors = 멘토
report-figure-mentors-registered = 등록한 멘토
report-figure-mentees = 멘티
report-figure-mentees-registered = 등록한 멘티
report-figure-groups = 그룹
report-figure-chats-ready = 준비된 채팅방
report-figure-days-planned = 예정된 멘토링 데이
report-figure-days-held = 진행한 멘토링 데이
report-figure-days-cancelled = 취소한 멘토링 데이
report-figure-checkins = 체크인
report-figure-checkins-expected = 체크인을 부탁한 수
report-figure-checkins-mean = 체크인 평균(5점 만점)
report-figure-summaries = 활동일지
report-figure-questions = 질문
report-figure-questions-answered = 답변이 있는 질문
report-figure-questions-accepted = 해결된 질문
report-figure-notices = 공지
report-figure-notices-people = 공지를 받을 사람(공지마다 셈)
report-figure-notices-reached = 공지가 전달된 사람(공지마다 셈)
report-figure-notices-confirmed = 공지를 확인한 사람(공지마다 셈)
report-sheets-handed-in = 피드백 참여
report-mean-of = 피드백 평균: { $what }

## 열 이름

report-column-what = 항목
report-column-number = 값
report-column-name = 이름
report-column-role = 구분
report-column-group = 조
report-column-department = 부서
report-column-job-series = 직렬
report-column-grade = 직급
report-column-registered-at = 등록한 때
report-column-reachable = 연락 가능
report-column-checkins = 체크인
report-column-questions = 질문(이름을 밝힌 것)
report-column-answers = 답변
report-column-summaries = 활동일지
report-column-chat-state = 채팅방
report-column-starts-at = 만난 때
report-column-place = 장소
report-column-day-state = 상태
report-column-people = 인원
report-column-mean = 체크인 평균
report-column-summary-at = 활동일지 쓴 때
report-column-score = 점수
report-column-word = 남긴 말
report-column-tapped-at = 답한 때
report-column-body = 내용
report-column-written-at = 쓴 때
report-column-asker = 질문한 사람
report-column-question-state = 상태
report-column-asked-at = 질문한 때
report-column-answer = 해결한 답변
report-column-answerer = 답변한 사람
report-column-accepted-at = 해결된 때
report-column-sent-at = 보낸 때
report-column-audience = 받는 사람
report-column-writer = 쓴 사람
report-column-reached = 전달
report-column-confirmed = 확인
report-column-closed-at = 마친 때
report-column-meetings = 꾸준한 만남
report-column-work = 일에 도움
report-column-ease = 편한 분위기
report-column-recommend = 권하고 싶은 마음
report-column-id = 번호
report-column-key = 키
report-column-method = 종류
report-column-chat-id = 대화
report-column-person = 이름
report-column-urgency = 급한 정도
report-column-tag = 표시
report-column-state = 상태
report-column-tries = 시도
report-column-trouble = 문제
report-column-made-at = 만든 때
report-column-due-at = 보낼 때
report-column-expires-at = 기한
report-column-settled-at = 끝난 때

## 칸에 들어가는 말

report-chat-state = { $state ->
    [bound] 준비 중
    [ready] 준비됨
   *[lost] 쓸 수 없음
}
report-day-state = { $state ->
    [held] 진행
    [planned] 예정
   *[cancelled] 취소
}
report-question-state = { $state ->
    [accepted] 해결
   *[open] 답을 기다림
}
report-audience = { $audience ->
    [all] 모두
    [mentors] 멘토
   *[mentees] 멘티
}
report-reachable = { $answer ->
    [yes] 예
   *[no] 아니요
}

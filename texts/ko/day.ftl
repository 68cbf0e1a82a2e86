### 멘토링 데이: 정하기, 바꾸기, 알림

## 카드와 목록

# $decided: 장소가 정해졌으면 1. $named: 정한 사람이 있으면 1, 명령줄에서 정했으면 0.
day-card =
    <b>{ WHEN($at, year: 1) }</b>
    { day-place }
    { $named ->
        [0] 담당자가 정했어요.
       *[other] { $by } 님이 정하셨어요.
    }
day-place =
    { $decided ->
        [0] 장소: 나중에 정해요
       *[other] 장소: { $place }
    }
day-line =
    • <b>{ WHEN($at) }</b>, { $decided ->
        [0] 장소는 나중에
       *[other] { $place }
    }
day-list =
    앞으로의 멘토링 데이예요.
    { $days }
day-list-none = 앞으로 정해진 멘토링 데이가 없어요.
day-next =
    다음 멘토링 데이예요.
    <b>{ WHEN($at, year: 1) }</b>
    { day-place }
day-none = 아직 정해진 멘토링 데이가 없어요. 멘토가 저와의 1:1 대화에서 /day 로 정할 수 있어요.
day-no-group = 아직 멘토링 그룹이 없어요. 그룹이 정해지면 알려 드릴게요.
day-mentors-only = 멘토링 데이는 멘토가 정해요. 정해진 날을 보려면 /day 만 보내 주세요.
day-set-in-private = 멘토링 데이는 저와의 1:1 대화에서 정할 수 있어요. 정해지면 여기에 알려 드릴게요.
day-look-private = 저와의 1:1 대화로 보내 드렸어요. 거기서 이어 가 주세요.

## 알림

day-announced =
    📅 멘토링 데이가 정해졌어요.
    { day-card }
day-moved =
    📅 멘토링 데이가 바뀌었어요.
    <s>{ WHEN($before, year: 1) }</s>
    <b>{ WHEN($at, year: 1) }</b>
    { day-place }
    { $by } 님이 바꾸셨어요.
day-cancelled =
    📅 멘토링 데이가 취소됐어요.
    <s>{ WHEN($at, year: 1) }</s>
    { $by } 님이 취소하셨어요. 새로 정해지면 다시 알려 드릴게요.
# $until: 오늘부터 며칠 뒤인지
day-reminder =
    ⏰ { $until ->
        [0] 오늘은
        [1] 내일은
       *[other] { $until }일 뒤가
    } 멘토링 데이예요.
    <b>{ WHEN($at) }</b>
    { day-place }

## 정하기

day-ask-date =
    <b>{ $year }년 { day-month }</b>: 날짜를 골라 주세요.
    “12/4 18:30 구청 앞”처럼 적어 보내셔도 돼요.
day-ask-date-holidays =
    { day-ask-date }

    쉬는 날에는 * 표시가 있어요.
    { $holidays }
day-month = { $month }월
day-holiday = { DAY($at) } { $name }
day-ask-holiday =
    <b>{ DAY($at, year: 1) }</b>: { $name }
    쉬는 날인데, 이날로 정할까요?
day-ask-time =
    <b>{ DAY($at, year: 1) }</b>: 몇 시에 만날까요?
    다른 시각은 ‘달력’을 누르고 “12/4 18:45 구청 앞”처럼 적어 보내 주세요.
day-ask-place =
    <b>{ DAY($at, year: 1) } { $clock }</b>: 어디서 만날까요?
    장소를 적어 보내 주세요. 100자까지 쓸 수 있어요.
day-ask-off =
    <b>{ WHEN($at, year: 1) }</b> 멘토링 데이를 취소할까요?
    취소하시면 그룹에 알리고, 예정된 알림은 보내지 않을게요.

## 결과

day-set =
    정했어요. 그룹에도 알렸어요.
    { day-card }
day-reset =
    바꿨어요. 그룹에도 알렸어요.
    { day-card }
day-unchanged =
    바뀐 것은 없어요.
    { day-card }
day-overtaken =
    그사이에 다른 멘토가 먼저 바꿨어요. 지금은 이렇게 정해져 있어요.
    { day-card }
day-off = <b>{ WHEN($at, year: 1) }</b> 멘토링 데이를 취소했어요. 그룹에도 알렸어요.
day-left = 그대로 두었어요.
day-not-yours = 이 멘토링 데이는 다른 그룹의 것이라 바꿀 수 없어요. 우리 그룹의 날은 /day 에서 볼 수 있어요.
day-closed-cancelled = <b>{ WHEN($at, year: 1) }</b> 멘토링 데이는 이미 취소됐어요.
day-closed-held = <b>{ WHEN($at, year: 1) }</b> 멘토링 데이는 이미 열렸고 답이 들어와서, 이제 바꿀 수 없어요.

day-refused-unreadable =
    날짜를 알아보지 못했어요. 이렇게 적어 주세요.
    “12/4 18:30 구청 앞” 또는 “12월 4일 저녁 6시 30분 구청 앞”
day-refused-no-such-day = 달력에 없는 날짜예요. 날짜를 다시 확인해 주세요.
day-refused-no-such-time = 그날에는 없는 시각이에요. 시각을 다시 확인해 주세요.
day-refused-wrong-weekday = 날짜와 요일이 서로 맞지 않아요. 다시 확인해 주세요.
day-refused-long-place = 장소는 100자까지 쓸 수 있어요. 조금 줄여서 다시 보내 주세요.
day-refused-past = 이미 지난 시각이에요. 앞으로의 날짜와 시각으로 정해 주세요.
day-refused-too-far = 1년보다 먼 날은 정할 수 없어요. 연도를 확인해 주세요.
day-refused-clash =
    그 시간에는 이미 멘토링 데이가 있어요.
    <b>{ WHEN($at, year: 1) }</b>
    { day-place }

## 버튼

day-button-open = 📅 멘토링 데이
day-button-new = 새로 정하기
day-button-move = 날짜·장소 바꾸기
day-button-off = 취소하기
day-button-move-on = { DAY($at) } 바꾸기
day-button-off-on = { DAY($at) } 취소
day-button-off-sure = 네, 취소할게요
day-button-keep = 아니요, 그대로 둘게요
day-button-anyway = 네, 이날로 할게요
day-button-calendar = 달력
day-button-earlier = ← { day-month }
day-button-later = { day-month } →
day-button-date = { $number }
day-button-holiday = { $number }*
day-button-blank = ·
day-button-weekday =
    { $number ->
        [0] 일
        [1] 월
        [2] 화
        [3] 수
        [4] 목
        [5] 금
       *[6] 토
    }
day-button-time = { $clock }
day-button-place-later = 장소는 나중에 정할게요
day-button-same-place = 장소는 그대로예요
day-button-place-only = 장소만 바꾸기

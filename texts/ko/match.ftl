### 그룹: 명단으로 짜고, 초안을 보고, 확정하면 모두에게 알려요

match-button-open = 🧩 그룹 짜기
match-button-roster = 📋 명단 보기
match-button-form = 그룹 짜기 시작
match-button-groups = 한 조씩 보기
match-button-file = 파일로 받기
match-button-approve = 이대로 확정하기
match-button-sure = 네, 확정하고 알릴게요
match-button-again = 다르게 짜기
match-button-drop = 초안 버리기
match-button-before = ← { $number }조
match-button-after = { $number }조 →
match-button-whole = ↑ 전체 보기
match-button-chat = 💬 그룹 채팅방 열기
match-button-mine = 👥 우리 그룹 보기

## 짜기 전

match-no-roster = 그룹을 짜려면 명단이 먼저 있어야 해요.
match-offer =
    🧩 대표멘토 { $leads }명, 멘토 { $mentors }명, 멘티 { $mentees }명을 <b>{ $groups }개 조</b>로 나눌 수 있어요.

    직렬, 부서, 나이, 관심 분야를 보고 짜요. 아직 등록하지 않은 분들도 함께 들어가요.
    먼저 초안을 보여 드리고, 확정하시기 전에는 아무에게도 알리지 않아요.
match-settled = 그룹이 이미 { $count }개 정해져 있어요.
match-working = 🧩 그룹을 짜고 있어요. 보통 몇 초면 돼요. 다 되면 초안을 보내 드릴게요.
match-under-way = 벌써 짜고 있어요. 다 되면 초안을 보내 드릴게요.
match-failed = 그룹을 짜다가 문제가 생겼어요. 다시 해 보시고, 그래도 안 되면 문의해 주세요: { $contact }

match-impossible-no-mentors = 명단에 멘토가 한 분도 없어서 그룹을 짤 수 없어요. 멘토를 명단에 더해 주세요.
match-impossible-no-mentees = 명단에 멘티가 한 분도 없어서 그룹을 짤 수 없어요. 멘티를 명단에 더해 주세요.
match-impossible-more-groups-than-mentees = 이 명단으로는 { $groups }개 조가 되는데 멘티가 { $mentees }명뿐이에요. 조마다 멘티가 한 명은 있어야 해요. 명단을 확인해 주세요.
match-impossible-repeated-person = 같은 사람이 명단에 두 번 있어서 그룹을 짤 수 없어요. 명단을 확인해 주세요.

## 초안

match-draft =
    🧩 <b>그룹 초안</b>: { $people }명을 { $count }개 조로 나누었어요.

    { $worth }

    { $rows }

    한 조씩 넘겨 보시면 사람마다 이유를 보실 수 있어요. 아직 아무에게도 알리지 않았어요.
match-approved =
    🧩 <b>확정된 그룹</b>: { $people }명, { $count }개 조예요.

    { $worth }

    { $rows }
# 모두 100점 만점. $random: 무작위로 나누었을 때의 평균, $bound: 어떻게 나누어도 넘을 수 없는 값
match-worth =
    <b>{ $value }점</b> · 무작위로 나누면 평균 { $random }점이고, 어떻게 나누어도 { $bound }점을 넘을 수 없어요. (차이 { $gap }%)
match-part = – { $part }: { $value }점
match-part-job-series = 같은 직렬의 멘토
match-part-other-department = 멘토와 다른 부서
match-part-mixed = 부서가 섞인 멘티들
match-part-age = 또래 멘티
match-part-interests = 겹치는 관심 분야
match-out-of-time = 정해진 시간 안에서 찾은 것이라, 시간을 더 주면 조금 나아질 수도 있어요.
# $guides: 멘토들의 이름
match-row = { $number }조: { $guides } + 멘티 { $mentees }명
match-leaf =
    🧩 <b>{ $number }조</b> ({ $count }개 조) · { $value }점

    { $people }
match-card = <b>{ $name }</b> · { $role }
match-card-known = <b>{ $name }</b> · { $role } · { $about }
match-more-people = … 나머지는 파일에서 보실 수 있어요.
match-reason = – { $reason }
match-and-more = { $shown } 등

## 담당자가 보는 이유

match-reason-same-job-series = { $names } 님과 같은 직렬
match-reason-other-department = { $role ->
    [mentee] 멘토들과 다른 부서
   *[other] 멘티들과 다른 부서
}
match-reason-mixed-departments = 멘티들의 부서가 모두 다름
match-reason-close-in-age = { $years ->
    [0] 멘티들이 모두 같은 해에 태어남
   *[other] 멘티들의 나이 차이 { $years }살 이내
}
match-reason-shared-interests = { $names } 님과 관심 분야가 같음: { $interests }
match-reason-no-mentor-of-series = ⚠️ 같은 직렬의 멘토가 없음
match-reason-same-department = ⚠️ { $names } 님과 같은 부서

## 파일

match-file = 그룹 { $count }개의 명단이에요.
match-file-name = 그룹.csv
match-heading-group = 조
match-heading-role = 구분
match-heading-name = 성명
match-heading-department = 부서
match-heading-series = 직렬
match-heading-grade = 직급
match-heading-reasons = 이유

## 확정

match-sure =
    { $groups }개 조로 확정할까요?

    확정하시면 등록한 분들에게 바로 그룹을 알려 드려요. 아직 등록하지 않은 분들은 등록할 때 알게 돼요. 확정한 뒤에는 되돌릴 수 없어요.
match-done =
    ✅ { $groups }개 조를 확정했어요. 모두 { $people }명이에요.

    등록한 분들에게는 지금 알리고 있어요. { $waiting ->
        [0] 모두 등록했어요.
       *[other] 아직 등록하지 않은 { $waiting }명은 등록하면 바로 알려 드려요.
    }
match-not-gone = 이 초안은 이제 쓸 수 없어요. /match 에서 지금 상태를 보실 수 있어요.
match-not-done = 이 초안은 이미 확정됐어요. 모두에게 알렸으니 더 하실 일은 없어요.
match-not-settled = 그룹이 이미 확정되어 있어서 다시 정할 수 없어요. /match 에서 확정된 그룹을 보실 수 있어요.
match-not-stale = 초안을 만든 뒤에 명단이 바뀌었어요. ‘다르게 짜기’로 다시 짠 다음 확정해 주세요.
match-dropped = 초안을 버렸어요. 그룹은 언제든 다시 짜실 수 있어요.
match-old = 이 초안은 이제 쓸 수 없어요. /match 에서 지금 상태를 보실 수 있어요.

## 모두에게

# $why: 이유들, $next: 다음에 할 일
match-told =
    🧩 { $name } 님, 멘토링 그룹이 정해졌어요.
    <b>{ $programme } { $number }조</b>

    { $people }

    <b>이 그룹에 함께하게 된 이유</b>
    { $why }

    { $next }
match-next-opens = 이제 그룹 채팅방을 열어 주세요. 아래 버튼을 누르시면 하나씩 안내해 드려요.
match-next-waits = 그룹 채팅방이 열리면 들어가는 버튼을 보내 드릴게요. 조금만 기다려 주세요.
match-why-same-job-series = – { $names } 님과 같은 직렬이에요.
match-why-other-department = { $role ->
    [mentee] – 멘토와 부서가 달라서 편하게 이야기할 수 있어요.
   *[other] – 멘티와 부서가 달라서 편하게 이야기할 수 있어요.
}
match-why-mixed-departments = – 여러 부서의 멘티가 함께 모였어요.
match-why-close-in-age = – 멘티들이 또래예요.
match-why-shared-interests = – { $names } 님과 관심 분야가 같아요: { $interests }
match-why-none = – 그룹마다 여러 사람이 고르게 모이도록 했어요.

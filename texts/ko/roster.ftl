### 명단: 담당자가 파일로 올리고, 누가 등록했는지 봐요

roster-button-open = 📋 명단
roster-button-file = 명단 파일 올리기
roster-button-links = 🔗 초대 링크 받기
roster-button-match = 🧩 그룹 짜기
# $count: 명단에 새로 올릴 사람 수
roster-button-import = { $count }명 명단에 올리기
roster-button-name = 프로그램 이름 바꾸기
roster-button-cancel = 취소

## 지금 상태

roster-state =
    📋 <b>{ $programme }</b> 명단이에요. 모두 { $people }명이고, { $registered }명이 등록했어요.

    { $roles }
# $role: 역할 이름
roster-state-role = { $role } { $people }명 · 등록 { $registered }명, 아직 { $missing }명
roster-empty =
    아직 명단이 없어요.

    { roster-how }
roster-how =
    인사팀에서 쓰시던 명단 그대로, 엑셀(.xlsx)이나 CSV 파일을 이 대화에 보내 주세요.
    <b>성명</b>과 <b>구분</b>(대표멘토·멘토·멘티) 열이 있으면 되고, 부서·직렬·직급·생년월일·임용일·관심분야가 있으면 그룹을 더 잘 짤 수 있어요. 파일은 5 MB, 20,000행까지예요.

    보내시면 먼저 읽은 결과를 보여 드려요. 확인하시기 전에는 아무도 명단에 오르지 않아요.

## 파일을 읽는 동안

roster-reading = 📋 파일을 읽고 있어요. 잠시만 기다려 주세요.
roster-failed = 파일을 텔레그램에서 가져오지 못했어요. 잠시 뒤에 다시 보내 주세요.

roster-refused-empty = 파일에 내용이 없어요. 명단이 든 파일인지 확인하고 다시 보내 주세요.
roster-refused-too-big = 파일이 너무 커요. 5 MB까지 읽을 수 있어요. 그림이나 다른 시트를 지우고 다시 보내 주세요.
roster-refused-too-many-rows = 행이 너무 많아요. 20,000행까지 읽을 수 있어요. 나누어서 보내 주세요.
roster-refused-encrypted = 암호가 걸린 파일이라 열 수 없어요. 암호를 풀고 다시 보내 주세요.
roster-refused-other-format = 이 형식은 읽을 수 없어요. 엑셀에서 ‘다른 이름으로 저장’을 눌러 .xlsx로 저장한 뒤 다시 보내 주세요.
roster-refused-broken = 파일이 깨져 있어요. 엑셀에서 열어 다시 저장한 뒤 보내 주세요.
roster-refused-not-a-sheet = 명단으로 읽을 수 있는 파일이 아니에요. 엑셀(.xlsx)이나 CSV 파일을 보내 주세요.
# $columns: 찾지 못한 열 이름들
roster-missing =
    명단의 제목 줄에서 이 열을 찾지 못했어요: <b>{ $columns }</b>
    제목 줄을 확인하고 다시 보내 주세요.

## 읽은 결과

# $file: 파일 이름, $columns: 알아본 열 이름들
roster-summary =
    📋 <b>{ $file }</b> 파일을 읽었어요.

    대표멘토 { $leads }명 · 멘토 { $mentors }명 · 멘티 { $mentees }명
    새로 올릴 사람 <b>{ $new }명</b> · 이미 명단에 있는 사람 { $known }명
    알아본 열: { $columns }
roster-summary-problems = ⚠️ 명단에 올리지 못하는 행이 { $count }개 있어요. 위의 목록을 보고 파일을 고쳐 다시 보내시면 그 행만 더해져요.
roster-summary-programme = 프로그램: <b>{ $programme }</b>
roster-summary-new-programme = 새 프로그램: <b>{ $programme }</b>
roster-summary-grouped = 그룹이 이미 정해져 있어서, 새로 올리는 분들은 아직 그룹이 없어요.
roster-summary-nobody = 새로 올릴 사람은 없어요.
# 여러 줄을 한 메시지로
roster-lines = { $lines }
roster-problems = <b>명단에 올리지 못하는 행</b>
# $line: 행 번호, $reason: 이유
roster-line = { $line }행: { $reason }
roster-line-value = { $line }행: { $reason } ({ $value })
roster-problems-more = … 나머지는 파일로 보내 드려요.
roster-problems-file = 명단에 올리지 못하는 행 { $count }개예요.
roster-problems-file-name = 확인할 행.csv
roster-problems-heading-line = 행
roster-problems-heading-reason = 이유
roster-problems-heading-value = 적힌 내용

## 한 행의 문제. $column: 열 이름, $earlier: 먼저 나온 행

roster-problem-no-name = 이름이 없어요
roster-problem-name-too-long = 이름이 너무 길어요
roster-problem-no-role = 구분이 비어 있어요
roster-problem-unknown-role = 구분을 알아볼 수 없어요
roster-problem-value-too-long = ‘{ $column }’ 칸이 너무 길어요
roster-problem-formula = ‘{ $column }’ 칸이 수식이에요. 값으로 바꿔 주세요
roster-problem-error-value = ‘{ $column }’ 칸에 수식 오류가 있어요
roster-problem-unreadable-date = ‘{ $column }’ 칸을 날짜로 읽을 수 없어요
roster-problem-ambiguous-date = ‘{ $column }’ 칸의 날짜를 두 가지로 읽을 수 있어요. 1999-03-05처럼 적어 주세요
roster-problem-date-in-future = ‘{ $column }’ 칸이 아직 오지 않은 날짜예요
roster-problem-impossible-date = ‘{ $column }’ 칸의 날짜가 맞지 않아요
roster-problem-appointed-before-birth = 임용일이 생년월일보다 빨라요
roster-problem-twice = { $earlier }행과 같은 사람이에요

roster-column = { $column ->
    [number] 연번
    [role] 구분
    [name] 성명
    [department] 부서
    [job_series] 직렬
    [grade] 직급
    [born_on] 생년월일
    [appointed_on] 임용일
   *[interests] 관심분야
}

## 명단에 올리기

roster-done =
    ✅ { $count }명을 <b>{ $programme }</b> 명단에 올렸어요.

    이제 초대 링크를 받아 한 분씩 전해 주세요. 링크를 눌러 동의하시면 등록돼요.
roster-done-match = 그룹은 등록을 기다리지 않고 지금 짜셔도 돼요.
roster-cancelled = 명단에 올리지 않았어요. 읽은 내용은 지웠어요.
roster-gone = 이미 처리했거나 하루가 지나서 지운 명단이에요. 파일을 다시 보내 주세요.

## 프로그램 이름

roster-ask-name = 프로그램 이름을 적어 주세요. 60자까지 쓸 수 있어요.
roster-ask-other-name = ‘{ $programme }’ 프로그램은 이미 끝났어요. 새 프로그램의 이름을 적어 주세요.
roster-name-wrong = 이름은 한 글자에서 60자까지 쓸 수 있어요. 다시 적어 주세요.

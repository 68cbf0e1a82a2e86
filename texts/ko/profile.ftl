### 한 사람에 대해 알고 있는 것. 빈 줄은 보여 드리지 않아요.

profile-name = 이름: <b>{ $name }</b>
profile-role = 역할: { common-role } ({ $office })
profile-programme = 프로그램: { $programme }
profile-group = 그룹: { $number }조
profile-word-department = 부서: { $said }
profile-word-series = 직렬: { $said }
profile-word-grade = 직급: { $said }
profile-word-interests = 관심 분야: { $said }
profile-date-born = 생년월일: { DAY($on, year: 1) }
profile-date-appointed = 임용일: { DAY($on, year: 1) }

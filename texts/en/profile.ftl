### What is known of a person. Lines about which nothing is known are left out.

profile-name = Name: <b>{ $name }</b>
profile-role = Role: { common-role } ({ $office })
profile-programme = Programme: { $programme }
profile-group = Group { $number }
profile-word-department = Department: { $said }
profile-word-series = Job series: { $said }
profile-word-grade = Grade: { $said }
profile-word-interests = Interests: { $said }
profile-date-born = Born: { DAY($on, year: 1) }
profile-date-appointed = Appointed: { DAY($on, year: 1) }

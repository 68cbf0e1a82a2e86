### 텔레그램의 명령어 메뉴에 보이는 설명. 열쇠는 menu-<명령어>

menu-start = 처음 화면 보기
menu-help = 지금 할 수 있는 일 보기
menu-me = 내 정보와 저장된 내용 보기
menu-lang = 언어 바꾸기 · Language
menu-group = 우리 그룹과 채팅방 보기
menu-ask = 그룹에 질문하기
menu-notice = 공지 보내기
menu-day = 멘토링 데이 보기·정하기
menu-checkin = 체크인에 답하기
menu-summary = 활동일지 쓰기 (멘토)
menu-roster = 명단 올리기와 등록 현황 보기
menu-match = 그룹 짜기와 초안 보기
menu-feedback = 피드백 남기기와 현황 보기
menu-report = 결과보고 보기와 엑셀 받기

### 처음 화면과 도움말

help-menu = 안녕하세요, { $name } 님. 무엇을 도와드릴까요?
help-private =
    <b>{ $name } 님이 하실 수 있는 일</b>
    아래 버튼을 누르시거나, 명령어를 눌러 주세요.

    { $parts }

    막히는 일이 있으면 편하게 물어보세요. 문의: { $contact }
help-part-group =
    <b>그룹 채팅방에서</b>
    { $lines }
help-group =
    <b>이 채팅방에서 하실 수 있는 일</b>
    { $lines }

    나머지는 저와의 1:1 대화에서 하실 수 있어요.
help-line = /{ $command } – { $what }
help-button-menu = 처음으로

### 내 정보와 언어

me-button-open = 👤 내 정보
me-all =
    <b>내 정보</b>
    { $profile }
    언어: { common-language }

    <b>지금까지 남기신 것</b>
    { $kept }

    <b>볼 수 있는 사람</b>
    { $office } 담당자만 모두 볼 수 있어요. 다만 이름 없이 올리신 질문은 담당자에게도 이름이 보이지 않아요.
    같은 그룹 분들은 이름, 역할, 부서, 직렬, 직급, 서로 겹치는 관심 분야, 그룹에 올리신 질문과 답변, 활동일지를 볼 수 있어요.
    피드백은 참여하셨는지만 남고, 내용은 누가 쓰셨는지 알 수 없어요.

    기관이 직접 운영하는 컴퓨터에만 보관하고, 채팅방 대화는 질문과 그 답변 말고는 보관하지 않아요.
    그만두거나 지우고 싶으시면 담당자에게 말씀해 주세요. 문의: { $contact }
me-kept-nothing = 아직 없어요.
me-kept-checkins = 체크인 { $count }번
me-kept-questions = 질문 { $count }개
me-kept-answers = 답변 { $count }개
me-kept-summaries = 활동일지 { $count }편
me-kept-notices = 받으신 공지 { $count }개
me-kept-feedback = 피드백 참여 { $count }번
me-agreed = 동의하신 날: { DAY($on, year: 1) }
me-button-language = 언어 · Language
me-button-amiss = 틀린 곳이 있어요
me-lang-which =
    어떤 언어로 말씀드릴까요?
    Which language shall I speak?
me-button-ko = 한국어
me-button-en = English
me-lang-set = 앞으로 한국어로 말씀드릴게요. 그룹 채팅방에서는 기관의 언어로 말해요.

// Where the question is that was chosen: focus goes there, and the page scrolls to it.

export const QUESTION_HEADING = "question";

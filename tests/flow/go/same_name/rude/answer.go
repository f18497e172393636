package rude

func Answer(question string) string {
	return question + "?!"
}

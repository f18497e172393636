package polite

func Answer(question string) string {
	return "thank you"
}

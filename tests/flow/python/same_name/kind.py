def answer(question):
    return "thank you"

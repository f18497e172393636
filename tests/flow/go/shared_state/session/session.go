package session

var User = "nobody"

var Region = "eu"

func Login(name string) {
	User = name
}

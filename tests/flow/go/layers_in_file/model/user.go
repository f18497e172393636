package model

type User struct {
	Name string
	Role string
}

package main

type account struct {
	owner string
	bank  string
}

func newAccount(owner string) *account {
	return &account{owner: owner, bank: "savings"}
}

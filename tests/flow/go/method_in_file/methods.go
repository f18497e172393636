package main

func (a *account) title() string {
	return "account of " + a.owner
}

func (a *account) place() string {
	return "held at " + a.bank
}

package store

import (
	"example.com/flowio"
	"example.com/shop/model"
)

type Repository struct{}

func (Repository) Insert(user model.User) {
	// ruleid: flow
	flowio.Sink("insert into users values ('" + user.Name + "')")
	// ok: flow
	flowio.Sink("insert into roles values ('" + user.Role + "')")
}

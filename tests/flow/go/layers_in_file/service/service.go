package service

import "example.com/shop/model"

type inserter interface {
	Insert(user model.User)
}

type Service struct {
	repository inserter
}

func New(repository inserter) *Service {
	return &Service{repository: repository}
}

func (s *Service) Register(name string) {
	s.repository.Insert(model.User{Name: name, Role: "guest"})
}

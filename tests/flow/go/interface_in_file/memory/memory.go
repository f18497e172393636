package memory

type Store struct {
	entries map[string]string
}

func New() *Store {
	return &Store{entries: map[string]string{}}
}

func (s *Store) Save(key, text string) {
	s.entries[key] = text
}

func (s *Store) Load(key string) string {
	return s.entries[key]
}

package storage

type Storage interface {
	Save(key, text string)
	Load(key string) string
}

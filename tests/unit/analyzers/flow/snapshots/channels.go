package p

func (s *Server) wait(in chan string) (out string, err error) {
	defer s.close()
	select {
	case out = <-in:
	case s.done <- true:
		return
	}
	v, ok := s.names[out]
	if ok {
		defer log(v)
	}
	return v, nil
}

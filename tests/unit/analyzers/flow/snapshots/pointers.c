int fill(char *to, struct buffer *from) {
  char *end = to + from->size;
  while (to < end && *from->at) *to++ = *from->at++;
  if (to == end) goto full;
  *to = 0;
  return 0;
full:
  return -1;
}

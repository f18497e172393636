static class Extensions {
    static void Run() { before(1); }
    extension(string text) {
        public bool IsBlank => text.Length == 0;
        public string Twice() { return text + text; }
    }
    static void Go() { after(1); }
}

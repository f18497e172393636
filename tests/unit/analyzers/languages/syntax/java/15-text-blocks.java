class A {
    String run() {
        before(1);
        String text = """
            {"key": "va\
            lue\s"}
            """;
        after(1);
        return text;
    }
}

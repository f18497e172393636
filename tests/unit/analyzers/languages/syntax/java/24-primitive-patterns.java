class A {
    void run(int status) {
        before(1);
        switch (status) {
            case 0 -> System.out.println("ok");
            case int i when i >= 100 -> System.out.println(i);
            case int i -> System.out.println("other");
        }
        if (status instanceof byte b) System.out.println(b);
        after(1);
    }
}

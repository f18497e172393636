package app.rude;

public class Answer {
  public static String to(String question) {
    return question + "?!";
  }
}

import java.io.IOException;
import javax.servlet.ServletException;
import javax.servlet.http.*;

public class HelloServlet extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
    request.setAttribute("name", request.getParameter("name"));
    request.setAttribute("title", "Hello");
    request.getRequestDispatcher("/WEB-INF/hello.jsp").forward(request, response);
  }
}

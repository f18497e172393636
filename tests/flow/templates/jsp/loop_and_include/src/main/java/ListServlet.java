import java.io.IOException;
import javax.servlet.ServletException;
import javax.servlet.http.*;

public class ListServlet extends HttpServlet {
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
    java.util.List<String> rows = new java.util.ArrayList<>();
    rows.add(request.getParameter("row"));
    request.setAttribute("rows", rows);
    request.setAttribute("size", rows.size());
    request.getRequestDispatcher("/list.jsp").forward(request, response);
  }
}

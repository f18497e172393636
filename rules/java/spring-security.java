package shop.config;

import java.util.List;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.servlet.config.annotation.CorsRegistry;

class WebSecurity {
  void old(HttpSecurity http) throws Exception {
    // ruleid: java-spring-csrf-disabled
    http.csrf().disable().authorizeRequests().anyRequest().authenticated();
  }

  void lambda(HttpSecurity http) throws Exception {
    // ruleid: java-spring-csrf-disabled
    http.csrf(csrf -> csrf.disable());
    // ruleid: java-spring-csrf-disabled
    http.csrf(AbstractHttpConfigurer::disable);
  }

  void kept(HttpSecurity http) throws Exception {
    // ok: java-spring-csrf-disabled
    http.csrf(csrf -> csrf.ignoringRequestMatchers("/hooks/**"));
    // ok: java-spring-csrf-disabled
    http.formLogin(form -> form.disable());
  }

  void cors(CorsConfiguration cors, CorsRegistry registry) {
    // ruleid: java-cors-any-origin
    cors.addAllowedOrigin("*");
    // ruleid: java-cors-any-origin
    cors.setAllowedOrigins(List.of("*"));
    // ruleid: java-cors-any-origin
    registry.addMapping("/api/**").allowedOrigins("*");
    // ok: java-cors-any-origin
    cors.addAllowedOrigin("https://shop.example");
    // ok: java-cors-any-origin
    cors.setAllowedMethods(List.of("*"));
  }

  void filter(HttpServletRequest request, HttpServletResponse response) {
    // ruleid: java-cors-any-origin
    response.setHeader("Access-Control-Allow-Origin", request.getHeader("Origin"));
    // ok: java-cors-any-origin
    response.setHeader("Access-Control-Allow-Origin", "https://shop.example");
  }
}

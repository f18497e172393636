#include "io.h"

class Mail {
 public:
  Mail(std::string subject, std::string priority) : subject_(std::move(subject)), priority_(priority) {}

  std::string headline() const { return "Re: " + subject_; }
  std::string flag() const { return "!" + priority_; }

 private:
  std::string subject_;
  std::string priority_;
};

void answer() {
  Mail mail(source(), "high");
  // ruleid: flow
  sink(mail.headline());
  // ok: flow
  sink(mail.flag());
}

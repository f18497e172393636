before(1);
import defer * as feature from "./feature.js";
after(1);

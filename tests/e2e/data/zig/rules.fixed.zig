const std = @import("std");

// ruleid: string
const admin_password = "hunter\n2";
// ok: string
const admin_name = "root";

pub fn main(args: []const u8) !void {
    // ruleid: builtin
    @setRuntimeSafety(true);
    // ok: builtin
    @setRuntimeSafety(true);
    // ruleid: call
    run(args);
    // ruleid: call
    const done = try run(args, 1, 2);
    // ok: call
    run();
    // ruleid: method
    std.debug.print("{s}", .{args});
    // ok: method
    std.log.info("{s}", .{args});
    // ruleid: same-twice
    if (done == done) {
        exec(args);
    }
    // ok: same-twice
    if (done == args) return;
    // ruleid: ignored-error
    open(args, 1) catch {};
    // ok: ignored-error
    open(args) catch |err| return err;
    // ruleid: branch
    if (done) {} else {
        exec(args);
    }
    // ok: branch
    if (done) {
        exec(args);
    } else {}
}

const Server = struct {
    port: u16 = 80,

    fn handle(self: *Server, name: []const u8) !void {
        // ruleid: within
        exec(name);
        while (self.port > 0) : (self.port -= 1) {
            // ruleid: within
            const n = try exec(name);
            // ok: within
            system(n);
        }
    }

    fn typed(small: u8, large: u64) void {
        // ruleid: typed
        take(small);
        // ok: typed
        take(large);
    }

    fn other(self: *Server) void {
        // ok: within
        exec(self.port);
        // ruleid: statements
        alloc.free(self);
        log(self);
        use(self);
        // ok: statements
        use(self);
        alloc.free(self);
    }
};

pragma solidity ^0.8.0;

// ruleid: solidity-members
contract Purse {
    uint256 total;

    // ruleid: solidity-unguarded
    function pay(address payable to, uint256 amount) public {
        to.transfer(amount);
    }

    // ok: solidity-unguarded
    function close() public onlyOwner { selfdestruct(payable(owner)); }
}

// ok: solidity-members
contract Other {
    // ok: solidity-unguarded
    function limited(uint256 n) public atMost(n) {}

    // ok: solidity-unguarded
    function inside(uint256 n) internal {}

    // ruleid: solidity-location
    function store(uint256 id, bytes memory data) external {
        // ruleid: solidity-options
        (bool ok, ) = target.call{value: id}(data);
        // ok: solidity-options
        (ok, ) = target.call{value: id, gas: 1}(data);
        // ok: solidity-options
        target.call(data);
    }

    // ok: solidity-location
    function load(bytes calldata data) external returns (uint256) {
        // ruleid: solidity-suffix-binds-first
        uint256 a = base + pool.share(data);
        // ok: solidity-suffix-binds-first
        uint256 b = (base + pool).share(data);
        // ruleid: solidity-sequence
        to.send(a);
        total = a;
        balances[to][1] = b;
        // ruleid: solidity-in-expression
        uint256 c = Maths.min(b, (feed.rate() * a) / 1e18);
        // ok: solidity-in-expression
        bool d = a > 0 && feed.rate();
        // ruleid: solidity-loop
        for (uint256 i = 0; i < list.length; i++) {
            a += i;
        }
        // ok: solidity-loop
        b = list.length;
        // ruleid: solidity-named-arguments
        router.swap({limit: 0, amount: 5});
        // ok: solidity-named-arguments
        router.swap({limit: 1, amount: 5});
        // ruleid: solidity-event
        emit Paid(msg.sender, a);
        // ok: solidity-event
        emit Sent(msg.sender, a);
        // ok: solidity-event
        Paid(msg.sender, a);
        // ok: solidity-revert
        if (d) revert("short");
        // ruleid: solidity-revert
        revert("a text that costs gas");
    }
}

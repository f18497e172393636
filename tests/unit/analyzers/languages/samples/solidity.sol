// A pool that pays in a token; most of the language in one place.
pragma solidity ^0.8.20;
pragma abicoder v2;

import "./Base.sol";
import "./Maths.sol" as maths;
import {Token, Oracle as PriceOracle} from "./Token.sol";
import * as lib from "./Lib.sol";

uint256 constant SCALE = 1e18;
type Shares is uint256;
error Denied(address who, bytes32 role);

struct Position {
    address owner;
    uint128[] amounts;
    mapping(address => mapping(uint256 index => bool)) seen;
}

enum State { Open, Closed, Paused }

interface IReceiver {
    event Received(address indexed from, uint256 amount);
    function onReceive(address from, uint256 amount, bytes calldata data) external returns (bytes4);
}

library Checked {
    function add(uint256 a, uint256 b) internal pure returns (uint256) {
        unchecked { return a + b; }
    }
}

abstract contract Owned {
    address public owner;
    modifier onlyOwner() virtual {
        require(msg.sender == owner, "not owner");
        _;
    }
}

contract Pool is Base(1), Owned, IReceiver {
    using Checked for uint256;
    using {maths.max as >, maths.min} for Shares global;

    uint256 private immutable rate = 3 ether;
    address payable internal treasury;
    mapping(address => Position) public positions;
    bytes constant DATA = hex"00ff" ;
    string public constant NAME = unicode"Pool ✓";
    bytes32 transient lock;
    function (uint256) external returns (bool) callback;

    event Paid(address indexed to, uint256 amount) anonymous;

    constructor(address first, uint256 _rate) Base(2) payable {
        owner = first;
        treasury = payable(msg.sender);
    }

    receive() external payable { emit Paid(msg.sender, msg.value); }
    fallback(bytes calldata input) external returns (bytes memory) { revert("no"); }

    modifier locked(uint256 limit) {
        if (limit > 10) revert Denied(msg.sender, keccak256("LIMIT"));
        _;
    }

    function pay(address to, uint256 amount, bytes calldata data)
        external
        payable
        override(Owned, IReceiver)
        onlyOwner
        locked(3)
        returns (bool ok, bytes memory out)
    {
        (ok, out) = to.call{value: amount, gas: 5000}(data);
        (bool sent, ) = treasury.call{value: 1 wei}("");
        require(ok && sent, "failed");
        uint256[] memory list = new uint256[](3);
        uint256 first = list[0] > 0 ? list[0] : uint256(-1);
        bytes memory head = data[0:4];
        Position storage p = positions[to];
        p.amounts.push(uint128(first));
        Token token = new Token({name: "A", supply: type(uint256).max});
        token.transfer({to: to, amount: amount ** 2});
        delete positions[to];
        return (ok, abi.encodePacked(head, address(this)));
    }

    function loop(uint256 n) public view virtual returns (uint256 total) {
        for (uint256 i = 0; i < n; i++) {
            if (i == 3) continue;
            else if (i > 9) { break; }
            else total += i;
        }
        for (;;) break;
        while (total > 0) total--;
        do { total = total << 1; } while (total < 100);
        uint8[3] memory fixedList = [1, 2, 3];
        return total;
    }

    function read(PriceOracle oracle) public returns (uint256) {
        try oracle.price(address(this)) returns (uint256 value, bool) {
            return value;
        } catch Error(string memory reason) {
            revert(reason);
        } catch (bytes memory) {
            revert();
        }
    }

    function low(uint256 slot) internal view returns (uint256 value) {
        assembly ("memory-safe") {
            let size := mload(0x40)
            let a, b := pair(size)
            value := add(sload(slot), 1)
            if iszero(value) { revert(0, 0) }
            for { let i := 0 } lt(i, 10) { i := add(i, 1) } { pop(i) }
            switch mod(value, 2)
            case 0 { value := p.slot }
            default { leave }
            function pair(x) -> y, z { y := x z := "s" }
        }
    }
}

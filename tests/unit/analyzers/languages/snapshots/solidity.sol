pragma solidity ^0.8.0;
import {Token as T} from "./Token.sol";

abstract contract Vault is Owned(1), Base {
    mapping(address => uint256[2]) internal held;

    constructor(T token) payable { owner = payable(msg.sender); }

    modifier once(uint8 n) virtual { _; }

    function take(address to, bytes calldata data) external onlyOwner once(1) returns (bool ok) {
        (ok, ) = to.call{value: a + b.c(), gas: 1}(data[4:]);
        delete held[to];
        uint8[] memory list = new uint8[](2);
        for (uint i = 0; i < 3; i++) if (!ok) revert Denied(to); else emit Taken({to: to});
        try token.send(x == 1 ? -y : z) returns (bool r) { } catch Error(string memory m) { revert(m); }
        assembly { let p := add(mload(0x40), 1) if p { leave } }
    }
}

pragma solidity ^0.8.0;

contract Payments {
  function handlePay(uint256 amount, address to) external {
    // ruleid: solidity-pay
    pay(to);
    log("started");
    // ruleid: solidity-pay
    send(to, amount);
    // ok: solidity-pay
    pay(owner);
    if (allowed[to]) {
      // ok: solidity-pay
      pay(to);
    }
  }

  function nightly(address to) external {
    // ok: solidity-pay
    pay(to);
  }

  function handleTimer(uint256 amount) external {
    // ok: solidity-pay
    send(treasury, amount);
  }

  function secure(bytes memory a, bytes memory b) internal {
    // ruleid: solidity-origin
    require(tx.origin == owner);
    // ok: solidity-origin
    require(msg.sender == owner);
    // ruleid: solidity-abi
    bytes32 first = keccak256(abi.encodePacked(a, b));
    // ok: solidity-abi
    bytes32 second = keccak256(abi.encode(a, b));
    // ruleid: solidity-delay
    schedule(a, b, 3600);
    // ok: solidity-delay
    schedule(a, b, 172800);
    // ruleid: solidity-key
    string memory signing = "q8Zt3vX1pLk90WmJr2Ycs7Dh";
    // ok: solidity-key
    string memory label = "the signing key of invoices";
    // ruleid: solidity-address
    pool = 0x52908400098527886E0F7030069857D2E4169EE7;
    // ok: solidity-address
    nobody = 0x0000000000000000000000000000000000000000;
    // ruleid: solidity-random
    uint256 seed = block.timestamp;
    // ruleid: solidity-random
    uint256 other = blockhash(9);
    // ok: solidity-random
    uint256 good = oracle;
    // ruleid: solidity-hosts
    address[2] memory open = [owner, address(0)];
    // ok: solidity-hosts
    address[2] memory closed = [owner, guard];
    // ruleid: solidity-chain
    registry.find(a).next(b).trust(true);
    // ok: solidity-chain
    registry.find(a).next(b).trust(false);
    // ruleid: solidity-log
    emit Opened(join(game.name, mask(game.secret)));
    // ok: solidity-log
    emit Opened(game.name);
  }

  function upgrade(uint256 slot) public {
    address target = readTarget(slot);
    // ruleid: solidity-redirect
    proxy.upgradeTo(target);
    // ok: solidity-redirect
    proxy.upgradeTo(fallbackCode);
    // ok: solidity-redirect
    proxy.upgradeTo(latest);
    // ok: solidity-redirect
    other.forward(target);
  }
}

// ruleid: solidity-vault
contract Vault {
  uint256 count;
  function close(address to) public {
    count += 1;
    selfdestruct(to);
  }
}

// ok: solidity-vault
contract Safe {
  function close(address to) public {
    pause(to);
  }
}

contract Tokens {
  function move(IERC777 token, IERC20 coin) internal {
    // ruleid: solidity-token
    token.transfer(1);
    // ok: solidity-token
    coin.transfer(1);
  }
}

import flow.Io;

class TreeNode {
  String label;
  TreeNode child;

  TreeNode(String label) {
    this.label = label;
  }
}

class NestedField {
  static void build() {
    TreeNode root = new TreeNode("root");
    root.child = new TreeNode("left");
    root.child.label = Io.source();
    // ruleid: flow
    Io.sink(root.child.label);
    // ok: flow
    Io.sink(root.label);
  }
}

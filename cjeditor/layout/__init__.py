"""Where everything goes: measuring, arranging into boxes, boxes into drawing primitives. Plain numbers, no toolkit."""

"""Rows of the actions table that grade what is chosen: weights of phases and touchpoints, hand-offs of links."""

from __future__ import annotations

from cjeditor.texts import N_
from cjeditor.window.action_row import Row

_WEIGHTS = (
    (5, N_("5, decisive")),
    (4, N_("4, important")),
    (3, N_("3, as usual")),
    (2, N_("2, less important")),
    (1, N_("1, hardly important")),
)
_OBSTACLES = (
    ("legal", N_("Legal obstacle"), N_("A law or a contract stands in the way of the hand-off")),
    ("technical", N_("Technical obstacle"), N_("Systems that do not understand one another stand in the way")),
    ("organisational", N_("Organisational obstacle"), N_("Goals, budgets or duties of departments stand in the way")),
    ("operational", N_("Operational obstacle"), N_("The hand-off gets lost in everyday work")),
    ("", N_("No obstacle named"), N_("Say nothing of what stands in the way")),
)
_TREATMENTS = (
    ("consistent", N_("Treated alike"), N_("Customers are treated and addressed alike on both sides")),
    ("inconsistent", N_("Treated differently"), N_("Customers are treated or addressed differently on the other side")),
    ("", N_("Treatment not rated"), N_("Say nothing of how customers are treated")),
)

RATING_ROWS: tuple[Row, ...] = (
    *(
        Row(f"weight.{weight}", text, "weights.set_weight", "", (), "weights.can_set_weight", (weight,),
            ask_with_args=True, checked="weights.weight_is", group="weight",
            tip=N_("How important the selected phase or touchpoint is; risks and evidence are weighed by it"))
        for weight, text in _WEIGHTS
    ),
    *(
        Row(f"obstacle.{key or 'none'}", text, "links.set_obstacle", "", (), "links.can_rate", (key,),
            ask_with_args=True, checked="links.obstacle_is", group="obstacle", tip=tip)
        for key, text, tip in _OBSTACLES
    ),
    *(
        Row(f"treatment.{key or 'none'}", text, "links.set_treatment", "", (), "links.can_rate", (key,),
            ask_with_args=True, checked="links.treatment_is", group="treatment", tip=tip)
        for key, text, tip in _TREATMENTS
    ),
)  # fmt: skip

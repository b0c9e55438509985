"""Services, cut out: situations to lay beside the service to turn to."""

from __future__ import annotations

from typing import cast

from balise.activities.services_map import ServicesMap
from balise.cutouts import Card, Cut, Head
from balise.local import LocalCourse
from balise.registries.service import Service
from balise.views import ActivityView


def cutout(view: ActivityView, at: str, local: LocalCourse) -> Cut:
    """Return the situations as cards, and the services as their labels, of an activity whose path is `at`."""
    activity = cast(ServicesMap, view.activity)
    return Cut(
        tuple(_head(service) for service in view.refers["services"]),
        tuple(
            Card(
                f"{at}/situations/{one.id}/text",
                one.text,
                tuple(_head(service) for service in local.services((one.best, *one.also))),
                one.why,
            )
            for one in activity.situations
        ),
    )


def _head(service: Service) -> Head:
    return Head(f"service/{service.id}/short", service.short, service)

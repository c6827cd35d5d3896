/** Made up, places and people and all. */
export const samples: {
  title: string;
  outlet: string;
  language: string;
  direction: string;
  date: string;
  url: string;
  text: string;
}[] = [
  {
    title: 'Warehouse fire in Port Selm kills at least 18',
    outlet: 'Selm Courier',
    language: 'en',
    direction: 'ltr',
    date: '2024-03-12',
    url: 'https://courier.example/port-selm-fire',
    text: `Warehouse fire in Port Selm kills at least 18

A fire that broke out in a grain warehouse on the eastern quay of Port Selm on Monday night has killed at least 18 people and injured more than 1,300, the Interior Ministry of Varland said on Tuesday.

The Health Ministry gave a higher count. “We have 24 dead in our morgues, three of them children,” its spokesman, Ilan Orbeck, told reporters outside the Saint Aurel hospital.

The United Nations estimated that about 1,000 people had been hurt, most of them dockers and their families living in the streets behind the quay. The figure came from its office in the capital, which said that it had counted admissions in seven hospitals.

Rescuers were still looking for 41 missing workers on Tuesday evening. The dockers’ union denied the ministry’s toll and said that no fewer than two foremen had warned of the danger in February.

What caused the fire

Investigators believe that welding sparks set the grain dust alight 👩‍🚒. Nobody has been charged. Port Selm, with some 200,000 inhabitants, handles half of Varland’s grain.`,
  },
  {
    title: 'Incendie de Port-Selm : le bilan s’alourdit',
    outlet: 'Le Relais du Nord',
    language: 'fr',
    direction: 'ltr',
    date: '2024-03-13',
    url: 'https://relais.example/incendie',
    text: `Incendie de Port-Selm : le bilan s’alourdit

Le ministère de la Santé du Varland a annoncé mercredi 31 morts, dont sept enfants, dans l’incendie de l’entrepôt de Port-Selm.

Selon le syndicat des dockers, environ 45 personnes sont toujours portées disparues. « Nous n’avons plus de nouvelles de nos camarades », a déclaré sa présidente, Mirène Tasco.`,
  },
  {
    title: 'حريق ميناء سلم: وزارة الصحة تعلن حصيلة جديدة',
    outlet: 'صوت الميناء',
    language: 'ar',
    direction: 'rtl',
    date: '2024-03-13',
    url: 'https://sawt.example/1',
    text: `حريق ميناء سلم: وزارة الصحة تعلن حصيلة جديدة

قالت وزارة الصحة إن 31 قتيلاً سقطوا في حريق مستودع الحبوب، وإن 1300 جريح نقلوا إلى المستشفيات.`,
  },
];
